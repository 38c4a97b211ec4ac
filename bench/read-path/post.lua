-- Posts the query of the environment's BODY with a random customer each time.
local body = os.getenv("BODY")
local ids = {}
for id in io.lines(os.getenv("IDS")) do ids[#ids + 1] = id end
math.randomseed(os.time())

function request()
  return wrk.format("POST", "/graphql", nil, (body:gsub("CUSTOMER", ids[math.random(#ids)])))
end

function done(summary, latency, _)
  io.write(string.format('{"requests":%d,"seconds":%.3f,"errors":%d,"p50":%.2f,"p99":%.2f,"bytes":%d}\n',
    summary.requests, summary.duration / 1e6, summary.errors.status + summary.errors.read + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.bytes))
end
