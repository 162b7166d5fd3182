-- touch: applies one packed program to each entity's record and answers with the records as they were before.
-- The record's layout and what each operation does to it are defined in packages/core/src/store (record.ts, apply.ts);
-- this is the same, byte for byte. Programs of one kind of entity have one TTL.
--
-- KEYS[i]     the record of entity i (on a cluster one entity per call)
-- ARGV[1]     'G' first: when KEYS[1] holds its first operation's slot already, the other entities are left undone and
--             answered as never seen. Then the time: 'E<ms>' = exactly this; '' = this server's clock; '<ms>' = this,
--             within 24 h of this server's clock
-- ARGV[i+1]   the program of KEYS[i], 7-bit: an eighth of the TTL in deciseconds, four digits; how many characters the TTL
--             has; the TTL in seconds as text, padded to 8; then operations. Digits are of base 128, most significant first.
--             An operation begins with six digits: kind, slot mod 128, x, and three that are y; kinds of slots from 128 on
--             are 64 higher. Members are 6 characters. By kind:
--               1 count     x = rings, y = events to add, then per ring its bucket width in deciseconds, four digits
--               2 distinct  x = cap, y = stamps after which an entry may go, then the member
--               3 baseline  y = events to add, then the bucket width in deciseconds, four digits
--               4 familiar  x = cap, y = half successes + 256 when on probation, then the member
--               5 forget    x = 0 in a distinct set, 1 in a familiarity table, then the member
--               6 text      x = 0 set, 1 once, y = length, then the text
-- Reply       { time in ms, then per entity: record before | nil = never seen | 1 = something that was no record | error }
--
-- Written for what Lua in Redis costs: calls of C functions, closures, tables and long strings dearly; arithmetic little.
-- So one `byte` reads an operation and one its slot, and the changed part of a record is written over the old one.
local call, byte, sub, find = redis.pcall, string.byte, string.sub, string.find
local unpack, pack, char = struct.unpack, struct.pack, string.char

local given, now, keepsTime = ARGV[1], nil, false
local guards = byte(given) == 71
if guards then given = sub(given, 2) end
if byte(given) == 69 then
  now = sub(given, 2) + 0
else
  local clock = call('TIME')
  local us = clock[2] + 0
  now = clock[1] * 1000 + (us - us % 1000) / 1000
  if given == '' then
    keepsTime = true
  else
    local at = given + 0
    if at > now + 86400000 then now = now + 86400000
    elseif at < now - 86400000 then now = now - 86400000
    else now = at end
  end
end
local ds = (now - now % 100) / 100
local low = ds % 4294967296
local era = ds - low
local stamp5 = (now - now % 300000) / 300000 % 65536
local stampLo = stamp5 % 256
local stampHi = (stamp5 - stampLo) / 256
local stampText, dsText = char(stampLo, stampHi), pack('<I4', low)
local ZEROS = '\0\0\0\0\0\0\0\0\0\0\0\0'

local count = #KEYS
local reply = count == 3 and { now, 0, 0, 0 } or count == 1 and { now, 0 } or { now }

for e = 1, count do
  local key, A = KEYS[e], ARGV[e + 1]
  local answer = call('GET', key)
  local b, n, failed = '', 8, nil
  if answer then
    local whole = #answer
    local magic, version, lo, hi
    if whole > 7 then magic, version, lo, hi = byte(answer, 1, 4) end
    if magic == 82 and version == 1 and lo + hi * 256 == whole and whole <= 8192 then
      b = answer
      n = whole
    elseif whole == 0 and answer.err and sub(answer.err, 1, 9) ~= 'WRONGTYPE' then
      failed = answer
    else
      answer = 1
    end
  end
  local marked = false
  if guards then
    guards = false
    local kind, mark = byte(A, 14, 15)
    if kind and kind > 63 then mark = mark + 128 end
    local at, id, lo, hi = 9, byte(b, 9, 11)
    while kind and hi and id < mark do
      at = at + 3 + lo + hi * 256
      id, lo, hi = byte(b, at, at + 2)
    end
    marked = kind and hi and id == mark
  end
  if not failed then
    -- The slot at hand spans [r, z), its payload [f, z), f = 0 when there is none; the old record is copied up to c.
    local p, stop, r, c, body, growth, touched, fresh = 14, #A, 9, 9, '', 0, false, false
    while p <= stop do
      local kind, slot, x, y1, y2, y3, d1a, d1b, d1c, d1d, d2a, d2b, d2c, d2d, d3a, d3b, d3c, d3d = byte(A, p, p + 17)
      p = p + 6
      if kind > 63 then
        kind = kind - 64
        slot = slot + 128
      end
      local f, z, payload = 0, r, nil
      local id, lo, hi, s1, s2, s3, s4, l1, h1, l2, h2, l3, h3 = byte(b, r, r + 12)
      while hi and id < slot do
        r = r + 3 + lo + hi * 256
        z = r
        id, lo, hi, s1, s2, s3, s4, l1, h1, l2, h2, l3, h3 = byte(b, r, r + 12)
      end
      if id == slot and hi then
        f = r + 3
        z = f + lo + hi * 256
        -- A length that points past the record is none: the slot begins anew, or nobody could read what is counted.
        if z > n + 1 then
          z = n + 1
          f = 0
        end
      end
      if kind == 2 then
        local member = sub(A, p, p + 5)
        p = p + 6
        if f > 0 and lo % 8 == 1 then
          local i = find(b, member, f + 1, true)
          while i and (i - f) % 8 ~= 1 do i = find(b, member, i + 1, true) end
          if i and i < z then
            touched = true
            local l, h = byte(b, i + 6, i + 7)
            if (l ~= stampLo or h ~= stampHi) and (stamp5 - l - h * 256) % 65536 < 32768 then
              body = body .. sub(b, c, i + 5) .. stampText
              c = i + 8
            end
          else
            local level, kept = s1, z - f - 1
            if level == 0 and kept < 8 * x then
              if n + growth + 8 <= 8192 then
                kept = kept + 9
                lo = kept % 256
                body = body .. sub(b, c, r) .. char(lo, (kept - lo) / 256) .. sub(b, f, z - 1) .. member .. stampText
                c = z
                growth = growth + 8
                touched = true
              end
            else
              local function isSampled(entry, atLevel)
                local bits = 0
                for j = 1, 3 do
                  local d = byte(entry, j)
                  if d >= 97 then d = d - 71 elseif d >= 65 and d <= 90 then d = d - 65
                  elseif d >= 48 and d <= 57 then d = d + 4 elseif d == 45 then d = 62 elseif d == 95 then d = 63
                  else d = 0 end
                  bits = bits * 64 + d
                end
                return bits < 2 ^ (18 - atLevel)
              end
              if kept < 8 * x then
                if isSampled(member, level) then payload = sub(b, f, z - 1) .. member .. stampText else touched = true end
              else
                -- Full: entries that have aged go, then sampling gets coarser until there is room.
                local maxAge, entries, m = (y1 * 128 + y2) * 128 + y3, {}, 0
                for j = f + 1, z - 1, 8 do
                  local l, h = byte(b, j + 6, j + 7)
                  local age = (stamp5 - l - h * 256) % 65536
                  if age <= maxAge or age >= 32768 then
                    m = m + 1
                    entries[m] = sub(b, j, j + 7)
                  end
                end
                if m == 0 then level = 0 end
                while m >= x and level < 18 do
                  level = level + 1
                  local fewer, left = {}, 0
                  for j = 1, m do
                    if isSampled(entries[j], level) then
                      left = left + 1
                      fewer[left] = entries[j]
                    end
                  end
                  entries, m = fewer, left
                end
                if m < x and isSampled(member, level) then
                  m = m + 1
                  entries[m] = member .. stampText
                end
                payload = pack('B', level) .. table.concat(entries, '', 1, m)
              end
            end
          end
        else
          payload = '\0' .. member .. stampText
        end
      elseif kind == 1 or kind == 3 then
        local add = (y1 * 128 + y2) * 128 + y3
        if f == 0 or z - f ~= (kind == 1 and 4 + 14 * x or 16) then
          if kind == 1 then
            payload = dsText .. string.rep(pack('<I2', add), x) .. string.rep(ZEROS, x)
            p = p + 4 * x
          else
            payload = dsText .. pack('<I2', add) .. '\0\0\0\0\0\0\0\0\0\0'
            p = p + 4
          end
        else
          touched = true
          local stamp = ((s4 * 256 + s3) * 256 + s2) * 256 + s1
          local at, last, atText = ds, era + stamp, dsText
          if stamp > low or low - stamp >= 2147483648 then
            -- Clocks step and nodes skew: a slot a little ahead keeps its time, so that nothing is lost.
            local ahead = (stamp - low) % 4294967296
            if ahead <= 72000 then
              at = ds + ahead
              last = at
              atText = char(s1, s2, s3, s4)
            else
              local age = (low - stamp) % 4294967296
              last = age >= 2147483648 and ds or ds - age
            end
          end
          if keepsTime and not fresh then
            local e1, e2, e3, e4 = byte(A, 1, 4)
            fresh = last >= at - at % (((e1 * 128 + e2) * 128 + e3) * 128 + e4)
          end
          if kind == 1 then
            local t, t1, t2, t3, t4, l4, h4, d4a, d4b, d4c, d4d = f + 4 + 2 * x, nil, nil, nil, nil
            if x > 3 then
              l4, h4 = byte(b, f + 10, f + 11)
              d4a, d4b, d4c, d4d = byte(A, p + 12, p + 15)
            end
            p = p + 4 * x
            if add > 65535 then add = 65535 end
            -- @repeat RING = 1, 2, 3, 4
            if x >= RING then
              local start = at - at % (((dRINGa * 128 + dRINGb) * 128 + dRINGc) * 128 + dRINGd)
              if last >= start then
                lRING = lRING + add
                if lRING > 255 then
                  hRING = hRING + (lRING - lRING % 256) / 256
                  lRING = lRING % 256
                  if hRING > 255 then lRING, hRING = 255, 255 end
                end
              else
                local width = ((dRINGa * 128 + dRINGb) * 128 + dRINGc) * 128 + dRINGd
                local moved = (start - last + last % width) / width
                if moved > 6 then
                  tRING = ZEROS
                else
                  tRING = sub(ZEROS, 1, 2 * moved - 2) .. char(lRING, hRING) .. sub(b, t, t + 11 - 2 * moved)
                end
                lRING = add % 256
                hRING = (add - lRING) / 256
              end
              t = t + 12
            end
            -- @end
            local counts = x == 3 and char(l1, h1, l2, h2, l3, h3) or x == 1 and char(l1, h1) or x == 2 and char(l1, h1, l2, h2)
              or char(l1, h1, l2, h2, l3, h3, l4, h4)
            if t1 or t2 or t3 or t4 then
              t = f + 4 + 2 * x
              body = body .. sub(b, c, f - 1) .. atText .. counts .. (t1 or sub(b, t, t + 11))
                .. (t2 or sub(b, t + 12, x > 1 and t + 23 or 0)) .. (t3 or sub(b, t + 24, x > 2 and t + 35 or 0))
                .. (t4 or sub(b, t + 36, x > 3 and t + 47 or 0))
              c = z
            else
              body = body .. sub(b, c, f - 1) .. atText .. counts
              c = f + 4 + 2 * x
            end
          else
            p = p + 4
            if last >= at - at % (((d1a * 128 + d1b) * 128 + d1c) * 128 + d1d) then
              l1 = l1 + add
              if l1 > 255 then
                h1 = h1 + (l1 - l1 % 256) / 256
                l1 = l1 % 256
                if h1 > 255 then l1, h1 = 255, 255 end
              end
              body = body .. sub(b, c, f - 1) .. atText .. char(l1, h1)
              c = f + 6
            else
              local seen, mean, variance = unpack('<I2ff', b, f + 6)
              if seen < 65535 then seen = seen + 1 end
              local alpha = 1 / seen
              if alpha < 0.0625 then alpha = 0.0625 end
              local delta = l1 + h1 * 256 - mean
              mean = mean + alpha * delta
              body = body .. sub(b, c, f - 1) .. atText .. pack('<I2I2ff', add, seen, mean, (1 - alpha) * (variance + alpha * delta * delta))
              c = z
            end
          end
        end
      elseif kind == 6 then
        local length = (y1 * 128 + y2) * 128 + y3
        if x == 0 or f == 0 then payload = sub(A, p, p + length - 1) end
        p = p + length
      else
        local member = sub(A, p, p + 5)
        p = p + 6
        -- Entries of `size` bytes stand in [from, stopAt).
        local size, from = 13, f == 0 and z or f
        if kind == 5 and x == 0 and f > 0 then size, from = 8, f + 1 end
        local stopAt = z > from and from + math.floor((z - from) / size) * size or from
        local i = find(b, member, from, true)
        while i and i < stopAt and (i - from) % size > 0 do i = find(b, member, i + 1, true) end
        if i and i >= stopAt then i = nil end
        if kind == 5 then
          if i then payload = sub(b, f, i - 1) .. sub(b, i + size, z - 1) end
        else
          local hour, y = math.floor(now / 3600000) % 65536, (y1 * 128 + y2) * 128 + y3
          if i then
            local seen, success, days, flags = unpack('<I2BBB', b, i + 8)
            local age = (hour - seen) % 65536
            if age < 32768 then
              if age > 0 and math.floor(seen / 24) ~= math.floor(hour / 24) and days < 255 then days = days + 1 end
              seen = hour
            end
            success = success + y % 256
            if success > 255 then success = 255 end
            if y < 256 then flags = 0 end
            payload = sub(b, from, i + 7) .. pack('<I2BBB', seen, success, days, flags) .. sub(b, i + 13, stopAt - 1)
          else
            local oldest, oldestAge = stopAt, -1
            if stopAt - from >= 13 * x then
              for j = from, stopAt - 1, 13 do
                local l, h = byte(b, j + 8, j + 9)
                local age = (hour - l - h * 256) % 65536
                if age >= 32768 then age = 0 end
                if age > oldestAge then oldest, oldestAge = j, age end
              end
            end
            payload = sub(b, from, oldest - 1) .. sub(b, oldest + 13, stopAt - 1)
              .. member .. pack('<I2I2BBB', hour, hour, y % 256, 1, y > 255 and 1 or 0)
          end
        end
      end
      if payload then
        local length = #payload
        local more = 3 + length - z + r
        -- A record that would outgrow its cap stays as it is.
        if n + growth + more <= 8192 then
          lo = length % 256
          body = body .. sub(b, c, r - 1) .. char(slot, lo, (length - lo) / 256) .. payload
          c = z
          growth = growth + more
          touched = true
        end
      end
      r = z
    end
    if touched then
      local done
      if growth == 0 and n > 8 then
        if body ~= '' then done = call('SETRANGE', key, '8', body) end
        if not fresh then call('EXPIRE', key, sub(A, 6, 5 + byte(A, 5))) end
      else
        local head = n == 8 and dsText or sub(b, 5, 8)
        local lo = (n + growth) % 256
        body = '\82\1' .. char(lo, (n + growth - lo) / 256) .. head .. body .. sub(b, c)
        done = call('SET', key, body, 'EX', sub(A, 6, 5 + byte(A, 5)))
      end
      if type(done) == 'table' and done.err then failed = done end
    end
  end
  reply[e + 1] = failed or answer
  if marked or failed and byte(ARGV[1]) == 71 and e == 1 then
    -- Where the guard couldn't be written, what it guards must not be either.
    for i = 2, count do reply[i + 1] = failed or false end
    break
  end
end
return reply
