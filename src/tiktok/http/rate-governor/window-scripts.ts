/**
 * Scripts that run inside Redis, whose clock is everybody's clock. A budget is a sorted set of call ids by timestamp,
 * with a flag beside it that says that people are calling.
 */

const NOW = `local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)`;

/** Arguments of each budget after the two that belong to the call. */
export const TAKE_ARGUMENTS = 6;

/**
 * KEYS: set and flag of each budget. ARGV: call id, priority; then of each budget: window, hold, busy time (ms),
 * and the allowances: the whole, quiet background, busy background.
 * Answers {0, 0}, or the number of the budget (from 1) with the longest wait and that wait in ms.
 */
export const TAKE = `${NOW}
local refused, wait = 0, 0
for i = 1, #KEYS / 2 do
  local set, flag, at = KEYS[2 * i - 1], KEYS[2 * i], 2 + (i - 1) * ${TAKE_ARGUMENTS}
  local window = tonumber(ARGV[at + 1])
  local limit = tonumber(ARGV[at + 4])
  if ARGV[2] == 'interactive' then redis.call('SET', flag, 1, 'PX', ARGV[at + 3]) end
  if ARGV[2] == 'background' then
    limit = tonumber(ARGV[at + 5 + redis.call('EXISTS', flag)])
  end
  redis.call('ZREMRANGEBYSCORE', set, '-inf', now - window)
  local used = redis.call('ZCARD', set)
  if used >= limit then
    local leaver = redis.call('ZRANGE', set, used - limit, used - limit, 'WITHSCORES')
    local ms = tonumber(leaver[2]) + window - now
    if ms > wait then refused, wait = i, ms end
  end
end
if refused > 0 then return {refused, wait} end
for i = 1, #KEYS / 2 do
  local at = 2 + (i - 1) * ${TAKE_ARGUMENTS}
  redis.call('ZADD', KEYS[2 * i - 1], now + ARGV[at + 2], ARGV[1])
  redis.call('PEXPIRE', KEYS[2 * i - 1], 2 * ARGV[at + 1] + ARGV[at + 2])
end
return {0, 0}`;

/** KEYS: sets. ARGV: call id. */
export const SETTLE = `${NOW}
for i = 1, #KEYS do redis.call('ZADD', KEYS[i], 'XX', now, ARGV[1]) end`;

/** KEYS: sets. ARGV: call id. */
export const RELEASE = `for i = 1, #KEYS do redis.call('ZREM', KEYS[i], ARGV[1]) end`;
