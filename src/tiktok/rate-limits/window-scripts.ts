import { HEADROOM, ROUNDING_STEP } from './fair-share.js';

/**
 * Scripts that run inside Redis, whose clock is everybody's clock, each as one step that nothing can come between. All get
 * the same: ARGV[1] is a ScriptCall as JSON, KEYS are five for each of its budgets (`keysOf`):
 *   count    calls by timestamp, of a day in UTC their number
 *   people   there while people are calling
 *   refused  sharers by the time of their latest refusal
 *   unmet    refusals of sharers that had not had their share
 *   own      this sharer's part of the count
 */
export interface ScriptCall {
  id: string;
  sharer: string;
  interactive: boolean;
  /** Whether it has to share app-wide budgets. */
  shares: boolean;
  budgets: ScriptBudget[];
}

export interface ScriptBudget {
  /** ms; 0 for a day in UTC. */
  window: number;
  hold: number;
  busy: number;
  /** What this call's priority may use, and what while people are calling. */
  limit: number;
  busyLimit: number;
  appWide: boolean;
}

const DAY_MS = 86_400_000;

const BEGIN = `
local call = cjson.decode(ARGV[1])
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local function keys(i) return unpack(KEYS, 5 * i - 4, 5 * i) end
local function slide(set, window) redis.call('ZREMRANGEBYSCORE', set, '-inf', now - window) end
`;

/** Answers {0, 0}, or the number of the budget (from 1) with the longest wait and that wait in ms. */
export const TAKE = `${BEGIN}
-- What fairLimit and hasHadItsShare of fair-share.ts say.
local function fairLimit(i, b, limit)
  local count, people, refused, unmet, own = keys(i)
  slide(refused, b.busy)
  slide(unmet, b.busy)
  slide(own, b.window)
  local others = redis.call('ZCARD', refused)
  if redis.call('ZSCORE', refused, call.sharer) then others = others - 1 end
  local hasHadItsShare = redis.call('ZCARD', own) * (others + 1) >= limit
  if others == 0 or not hasHadItsShare then return limit, hasHadItsShare end
  local kept = math.max(redis.call('ZCARD', unmet) * b.window / b.busy, limit * ${HEADROOM})
  local windowNumber = math.floor(now / b.window)
  return math.max(limit - math.floor(kept + windowNumber * ${ROUNDING_STEP} % 1), 1), hasHadItsShare
end

local function refuse(i, b, hasHadItsShare)
  local count, people, refused, unmet = keys(i)
  redis.call('ZADD', refused, now, call.sharer)
  redis.call('PEXPIRE', refused, b.busy)
  if hasHadItsShare then return end
  redis.call('ZADD', unmet, now, call.id)
  redis.call('PEXPIRE', unmet, b.busy)
end

local function waitOfDay(i, b)
  local count = keys(i)
  if tonumber(redis.call('GET', count) or 0) < b.limit then return 0 end
  return ${DAY_MS} - now % ${DAY_MS}
end

local function wait(i, b)
  local count, people = keys(i)
  if call.interactive then redis.call('SET', people, 1, 'PX', b.busy) end
  slide(count, b.window)
  local limit = redis.call('EXISTS', people) == 1 and b.busyLimit or b.limit
  local shares = call.shares and b.appWide
  local hasHadItsShare
  if shares then limit, hasHadItsShare = fairLimit(i, b, limit) end
  local used = redis.call('ZCARD', count)
  if used < limit then return 0 end
  if shares then refuse(i, b, hasHadItsShare) end
  local leaver = redis.call('ZRANGE', count, used - limit, used - limit, 'WITHSCORES')
  -- Of a call under way nobody knows the end; most have theirs at once.
  return math.min(tonumber(leaver[2]), now) + b.window - now
end

local number, longest = 0, 0
for i, b in ipairs(call.budgets) do
  local ms = b.window == 0 and waitOfDay(i, b) or wait(i, b)
  if ms > longest then number, longest = i, ms end
end
if number > 0 then return {number, longest} end

for i, b in ipairs(call.budgets) do
  local count, people, refused, unmet, own = keys(i)
  if b.window == 0 then
    redis.call('INCR', count)
    redis.call('PEXPIRE', count, ${2 * DAY_MS})
  else
    for _, set in ipairs(b.appWide and {count, own} or {count}) do
      redis.call('ZADD', set, now + b.hold, call.id)
      redis.call('PEXPIRE', set, 2 * b.window + b.hold)
    end
  end
end
return {0, 0}`;

export const SETTLE = `${BEGIN}
for i, b in ipairs(call.budgets) do
  local count, people, refused, unmet, own = keys(i)
  if b.window > 0 then
    redis.call('ZADD', count, 'XX', now, call.id)
    redis.call('ZADD', own, 'XX', now, call.id)
  end
end`;

/** A call that was let out while Redis was away is not counted here, and must not take from a day's number. */
export const RELEASE = `${BEGIN}
local counted = 0
for i, b in ipairs(call.budgets) do
  local count, people, refused, unmet, own = keys(i)
  if b.window > 0 then
    counted = counted + redis.call('ZREM', count, call.id)
    redis.call('ZREM', own, call.id)
  end
end
if counted == 0 then return end
for i, b in ipairs(call.budgets) do
  if b.window == 0 then redis.call('DECR', (keys(i))) end
end`;
