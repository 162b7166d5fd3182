-- touch: applies one packed program to each entity's record and answers with the records as they were before.
-- The record's layout and what each operation does to it are defined in packages/core/src/store (record.ts, apply.ts);
-- this is the same, byte for byte.
--
-- KEYS[i]     the record of entity i (on a cluster one entity per call)
-- ARGV[1]     the time: 'E<ms>' = exactly this; '' = this server's clock; '<ms>' = this, within 24 h of this server's clock
-- ARGV[i+1]   the program of KEYS[i], 7-bit: how many digits the TTL has, the TTL in seconds as decimal text, then operations.
--             An operation begins with six digits of base 128: kind, slot mod 128, x, and three that are y (big-endian);
--             kinds of slots from 128 on are 64 higher. Members are 6 characters. By kind:
--               1 count     x = rings, y = events to add, then per ring its bucket width in deciseconds, four digits
--               2 distinct  x = cap, y = stamps after which an entry may go, then the member
--               3 baseline  y = events to add, then the bucket width in deciseconds, four digits
--               4 familiar  x = cap, y = half successes + 256 when on probation, then the member
--               5 forget    x = 0 in a distinct set, 1 in a familiarity table, then the member
--               6 text      x = 0 set, 1 once, y = length, then the text
-- Reply       { time in ms, then per entity: record before | nil = never seen | 1 = something that was no record | error }
local call, byte, sub, find, rep, floor = redis.pcall, string.byte, string.sub, string.find, string.rep, math.floor
local unpack, pack, concat = struct.unpack, struct.pack, table.concat

local given, now = ARGV[1], nil
if byte(given) == 69 then
  now = sub(given, 2) + 0
else
  local clock = call('TIME')
  now = clock[1] * 1000 + floor(clock[2] / 1000)
  if given ~= '' then
    local at = given + 0
    if at > now + 86400000 then now = now + 86400000
    elseif at < now - 86400000 then now = now - 86400000
    else now = at end
  end
end
local ds = floor(now / 100)
local low = ds % 4294967296
local stamp5 = floor(now / 300000) % 65536
local stampText = pack('<I2', stamp5)
local COUNT = { '<I4I2', '<I4I2I2', '<I4I2I2I2', '<I4I2I2I2I2' }

-- State of the entity at hand: its old record, program, the slot's span [r, f, z) = header, payload, end; the pieces of
-- the new record behind its header, up to where the old one is still to be copied (c), and the change in length.
local b, A, r, f, z, slot, o, k, c, growth, n, touched
local at, last, add

-- Sets `at` and `last` for a slot's time that is not simply in the past: clocks step, nodes skew.
local function unusualTime(stamp)
  local ahead = (stamp - low) % 4294967296
  if ahead <= 72000 then
    at = ds + ahead
    last = at
  else
    at = ds
    local age = (low - stamp) % 4294967296
    last = age >= 2147483648 and ds or ds - age
  end
end

-- One ring: its current count and, when it moved, its new tail.
local function ring(w, current, tail)
  local d1, d2, d3, d4 = byte(A, w, w + 3)
  local width = ((d1 * 128 + d2) * 128 + d3) * 128 + d4
  local start = at - at % width
  if last >= start then
    current = current + add
    return current > 65535 and 65535 or current
  end
  local moved = (start - (last - last % width)) / width
  if moved > 6 then return add, '\0\0\0\0\0\0\0\0\0\0\0\0' end
  if moved == 1 then return add, pack('<I2', current) .. sub(b, tail, tail + 9) end
  return add, rep('\0\0', moved - 1) .. pack('<I2', current) .. sub(b, tail, tail + 11 - 2 * moved)
end

-- Replaces the slot's payload, or adds the slot; a record that would outgrow its cap stays as it is.
local function put(payload)
  local more = 3 + #payload - (z - r)
  if n + growth + more > 8192 then return end
  o[k + 1] = sub(b, c, r - 1)
  o[k + 2] = pack('<BI2', slot, #payload)
  o[k + 3] = payload
  k = k + 3
  c = z
  growth = growth + more
  touched = true
end

-- Overwrites bytes of the old record in place.
local function patch(from, bytes)
  if c < from then
    k = k + 1
    o[k] = sub(b, c, from - 1)
  end
  k = k + 1
  o[k] = bytes
  c = from + #bytes
end

-- Position of a member among entries of `size` bytes that begin at `from`.
local function seek(member, from, size)
  local i = find(b, member, from, true)
  while i do
    if i + size > z then return nil end
    if (i - from) % size == 0 then return i end
    i = find(b, member, i + 1, true)
  end
end

local function isSampled(text, i, level)
  local bits = 0
  for j = i, i + 2 do
    local d = byte(text, j)
    if d >= 97 then d = d - 71 elseif d >= 65 and d <= 90 then d = d - 65 elseif d >= 48 and d <= 57 then d = d + 4
    elseif d == 45 then d = 62 elseif d == 95 then d = 63 else d = 0 end
    bits = bits * 64 + d
  end
  return bits < 2 ^ (18 - level)
end

-- A full distinct set: aged entries go, then sampling gets coarser until there is room.
local function thin(member, cap, maxAge)
  local level, kept, count = byte(b, f), {}, 0
  for i = f + 1, z - 1, 8 do
    local lo, hi = byte(b, i + 6, i + 7)
    local age = (stamp5 - lo - hi * 256) % 65536
    if age <= maxAge or age >= 32768 then
      count = count + 1
      kept[count] = sub(b, i, i + 7)
    end
  end
  if count == 0 then level = 0 end
  while count >= cap and level < 18 do
    level = level + 1
    local fewer, m = {}, 0
    for i = 1, count do
      if isSampled(kept[i], 1, level) then
        m = m + 1
        fewer[m] = kept[i]
      end
    end
    kept, count = fewer, m
  end
  if count < cap and isSampled(member, 1, level) then kept[count + 1] = member .. stampText end
  put(pack('B', level) .. concat(kept))
end

local function familiar(member, cap, halves, probation)
  local hour = floor(now / 3600000) % 65536
  local whole = z > f and floor((z - f) / 13) or 0
  local stop = f + whole * 13
  local i = whole > 0 and seek(member, f, 13)
  if i then
    local seen, success, days, flags = unpack('<I2BBB', b, i + 8)
    local age = (hour - seen) % 65536
    if age < 32768 then
      if age > 0 and floor(seen / 24) ~= floor(hour / 24) and days < 255 then days = days + 1 end
      seen = hour
    end
    success = success + halves
    if success > 255 then success = 255 end
    if not probation then flags = 0 end
    return put(sub(b, f, i + 7) .. pack('<I2BBB', seen, success, days, flags) .. sub(b, i + 13, stop - 1))
  end
  local entry = member .. pack('<I2I2BBB', hour, hour, halves, 1, probation and 1 or 0)
  if whole == 0 or whole < cap then return put(sub(b, f, stop - 1) .. entry) end
  local oldest, oldestAge = f, -1
  for j = f, stop - 1, 13 do
    local lo, hi = byte(b, j + 8, j + 9)
    local age = (hour - lo - hi * 256) % 65536
    if age >= 32768 then age = 0 end
    if age > oldestAge then oldest, oldestAge = j, age end
  end
  put(sub(b, f, oldest - 1) .. sub(b, oldest + 13, stop - 1) .. entry)
end

local function forget(member, from, size)
  local i = seek(member, from, size)
  if i then put(sub(b, f, i - 1) .. sub(b, i + size, z - 1)) end
end

local reply = { now }
for e = 1, #KEYS do
  local key = KEYS[e]
  local answer, first, failed = call('GET', key), ds, nil
  A = ARGV[e + 1]
  b = ''
  if answer then
    local whole = #answer
    if whole >= 8 then
      local magic, version, length, since = unpack('<BBI2I4', answer)
      if magic == 82 and version == 1 and length == whole and whole <= 8192 then
        b = answer
        first = since
      else
        answer = 1
      end
    elseif whole == 0 and answer.err and sub(answer.err, 1, 9) ~= 'WRONGTYPE' then
      failed = answer
    else
      answer = 1
    end
  end
  if not failed then
    n = #b
    if n == 0 then n = 8 end
    o, k, r, c, growth, touched = {}, 0, 9, 9, 0, false
    local p, stop = byte(A) + 2, #A
    local ttlEnd = p - 1
    local fresh = false
    while p <= stop do
      local kind, x, y1, y2, y3, id, lo, hi
      kind, slot, x, y1, y2, y3 = byte(A, p, p + 5)
      p = p + 6
      if kind > 63 then
        kind = kind - 64
        slot = slot + 128
      end
      f = 0
      z = r
      while r + 2 <= n do
        id, lo, hi = byte(b, r, r + 2)
        z = r + 3 + lo + hi * 256
        if z > n + 1 then z = n + 1 end
        if id < slot then
          r = z
        elseif id == slot then
          f = r + 3
          break
        else
          z = r
          break
        end
      end
      if kind == 1 then
        add = (y1 * 128 + y2) * 128 + y3
        if f > 0 and z - f == 4 + x * 14 then
          local stamp, c1, c2, c3, c4 = unpack(COUNT[x], b, f)
          if stamp <= low and low - stamp < 2147483648 then
            at = ds
            last = ds - low + stamp
          else
            unusualTime(stamp)
          end
          local tail, t1, t2, t3, t4 = f + 4 + 2 * x, nil, nil, nil, nil
          c1, t1 = ring(p, c1, tail)
          if x > 1 then c2, t2 = ring(p + 4, c2, tail + 12) end
          if x > 2 then c3, t3 = ring(p + 8, c3, tail + 24) end
          if x > 3 then c4, t4 = ring(p + 12, c4, tail + 36) end
          patch(f, pack(COUNT[x], at, c1, c2, c3, c4))
          if t1 then patch(tail, t1) end
          if t2 then patch(tail + 12, t2) end
          if t3 then patch(tail + 24, t3) end
          if t4 then patch(tail + 36, t4) end
          touched = true
        else
          put(pack(COUNT[x], ds, add, add, add, add) .. rep('\0', 12 * x))
        end
        p = p + 4 * x
      elseif kind == 2 then
        local member = sub(A, p, p + 5)
        p = p + 6
        if f > 0 and z > f and (z - f - 1) % 8 == 0 then
          local i = seek(member, f + 1, 8)
          if i then
            local l, h = byte(b, i + 6, i + 7)
            local age = (stamp5 - l - h * 256) % 65536
            if age > 0 and age < 32768 then patch(i + 6, stampText) end
            touched = true
          elseif (z - f - 1) / 8 < x then
            local level = byte(b, f)
            if level == 0 or isSampled(member, 1, level) then
              put(sub(b, f, z - 1) .. member .. stampText)
            else
              touched = true
            end
          else
            thin(member, x, (y1 * 128 + y2) * 128 + y3)
          end
        else
          put('\0' .. member .. stampText)
        end
      elseif kind == 3 then
        add = (y1 * 128 + y2) * 128 + y3
        if f > 0 and z - f == 16 then
          local stamp, current = unpack('<I4I2', b, f)
          if stamp <= low and low - stamp < 2147483648 then
            at = ds
            last = ds - low + stamp
          else
            unusualTime(stamp)
          end
          local d1, d2, d3, d4 = byte(A, p, p + 3)
          if last >= at - at % (((d1 * 128 + d2) * 128 + d3) * 128 + d4) then
            current = current + add
            patch(f, pack('<I4I2', at, current > 65535 and 65535 or current))
          else
            local seen, mean, variance = unpack('<I2ff', b, f + 6)
            if seen < 65535 then seen = seen + 1 end
            local alpha = 1 / seen
            if alpha < 0.0625 then alpha = 0.0625 end
            local delta = current - mean
            patch(f, pack('<I4I2I2ff', at, add, seen, mean + alpha * delta, (1 - alpha) * (variance + alpha * delta * delta)))
          end
          touched = true
        else
          put(pack('<I4I2I2ff', ds, add, 0, 0, 0))
        end
        p = p + 4
      elseif kind == 6 then
        local length = (y1 * 128 + y2) * 128 + y3
        if x == 0 or f == 0 then put(sub(A, p, p + length - 1)) end
        p = p + length
      else
        local member = sub(A, p, p + 5)
        p = p + 6
        if kind == 4 then
          if f == 0 then f = r end
          local y = (y1 * 128 + y2) * 128 + y3
          familiar(member, x, y % 256, y > 255)
        elseif f > 0 then
          if x == 0 then forget(member, f + 1, 8) else forget(member, f, 13) end
        end
      end
      r = z
    end
    if touched then
      local done
      if growth == 0 and b ~= '' then
        if k > 0 then done = call('SETRANGE', key, '8', concat(o)) end
        call('EXPIRE', key, sub(A, 2, ttlEnd))
      else
        o[k + 1] = sub(b, c)
        done = call('SET', key, pack('<BBI2I4', 82, 1, n + growth, first) .. concat(o), 'EX', sub(A, 2, ttlEnd))
      end
      if type(done) == 'table' and done.err then failed = done end
    end
  end
  reply[e + 1] = failed or answer
end
return reply
