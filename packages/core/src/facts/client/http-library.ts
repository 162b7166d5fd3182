import { findToken, type UserAgentTokens } from './user-agent-tokens.js'

/**
 * Names that HTTP libraries, command-line clients, load generators, scanners and package managers give themselves, lower
 * case, wherever they stand in a user agent. Source: their default user agents, as documented or captured.
 */
const ANYWHERE = names(`
  curl libcurl pycurl php-curl-class wget wget2 httpie aria2 lwp-trivial libwww-perl lwp::simple www-mechanize
  http-tiny mojolicious python-requests python-urllib python-urllib2 python-urllib3 urllib urllib3 python-httpx httpx
  aiohttp python-aiohttp httplib2 python-httplib2 grequests scrapy httpcore niquests curl_cffi curl-cffi tls-client
  axios node-fetch undici superagent node-superagent centra node.js nodejs deno electron-fetch isomorphic-fetch
  cross-fetch make-fetch-happen minipass-fetch node-http okhttp2 okhttp3 ktor ktor-client go-http-client go-resty
  fasthttp gorequest grequest apache-httpclient apache-httpasyncclient apache-cxf commons-httpclient async-http-client
  asynchttpclient java-http-client jetty akka-http pekko-http scalaj-http unirest-java rest-assured groovyx clj-http
  http-kit armeria vert.x-webclient faraday httparty typhoeus rest-client excon http.rb httpclient.rb em-http-request
  guzzle guzzlehttp php-soap php-http php-httpclient zend_http_client laminas_http_client requests-php pecl_http
  phpcrawl restsharp flurl winhttprequest microsoft-httpapi ms-webservices postmanruntime hoppscotch apidog apifox
  bruno-runtime restlet soapui advancedrestclient afnetworking swift-nio asihttprequest restkit reqwest ureq attohttpc
  isahc actix-web cpprestsdk casablanca cpp-httplib libfetch winhttpclient rcurl httr libcurl-agent hackney httpoison
  req.ex http-conduit http-client ocaml-cohttp cohttp nim-httpclient lua-resty-http luasocket http.jl apachebench
  vegeta oha bombardier autocannon jmeter tsung loadtest httperf nikto sqlmap nmap masscan zgrab nuclei wfuzz gobuster
  dirbuster zaproxy wpscan acunetix nessus openvas arachni w3af feroxbuster ffuf whatweb webinspect jgit libgit2
  apt-http yum dnf pnpm gradle bundler rubygems nuget containerd buildkit buildah podman skopeo terraform
  ansible-httpget ansible aws-sdk-js aws-sdk-java aws-sdk-go aws-cli boto3 botocore google-api-python-client
  google-api-java-client gsutil azsdk-js rclone s3cmd open-uri simplepie feedparser universalfeedparser magpierss
  rssparser webcopier httrack webzip webstripper pavuk puf lftp w3m-fetch nutch heritrix
`)

/** The same, but ordinary words that phones, apps and browsers also contain: they count only as the first product. */
const WHEN_FIRST = names(`
  python perl php ruby request requests req got ky hey xh uv git down fuel poco beast neon surf hyper bent needle mint
  finch tesla boom paw thunder bruno dart dio spring lua julia crystal rome offline teleport fetch chef puppet helm
  buzz zend symfony volley jakarta netty siege burp hydra docker cargo maven composer apt pip bun serf indy synapse
  curb phin colly resty feign tornado ahc awc wordpress npm yarn k6 pecl haskell locust reactornetty svn wrk postman
  insomnia rapidapi lwp httpclient okhttp alamofire pacman snoopy xmlhttp wininet gatling homebrew libsoup mechanize
  refit treq retrofit unirest winhttp powershell windowspowershell restclient swiftnio axel
  node java java1.4.0 rust go swift libhttp webclient .net http_request http_request2 client
`)

/** Pieces of a first product that carry the library's name without a slash (`network-okhttp3`, `acme-python`). */
const PIECES = names(`
  okhttp okhttp3 okhttp2 python php perl ruby java golang go node nodejs curl wget axios httpclient rust urllib
  requests sdk fetch fetcher client api cli httplib
`)

export interface HttpLibrary {
  /** The library's own name, lower case; `none` where no user agent was sent. */
  readonly name: string
}

/** The HTTP library or command-line client that a user agent names, or null. */
export function toHttpLibrary(tokens: UserAgentTokens): HttpLibrary | null {
  const name = WHEN_FIRST.get(tokens.first) ?? findToken(tokens.all, ANYWHERE) ?? piece(tokens.first)
  return name === undefined ? null : { name }
}

function piece(first: string): string | undefined {
  const parts = first.split(/[-_:.]/, 6)
  return parts.length < 2 ? undefined : findToken(parts, PIECES)
}

function names(list: string): ReadonlyMap<string, string> {
  return new Map(
    list
      .trim()
      .split(/\s+/)
      .map((name) => [name, name]),
  )
}
