/** Data that nobody writes any more (an older version's) leaves by itself; what is still wanted then is counted anew. */
const KEEP_SECONDS = 30 * 86_400;

/**
 * Saves a batch: position, epoch and data in one call, or nothing where a newer epoch has written, or the data does not
 * stand at `from` or were folded with another park in mind. KEYS: meta, rows, counts. ARGV: from, to, epoch, parks as it was
 * and as it is now, and as JSON the rows [[key, row]…], the keys that are gone, and what is added to which counter
 * [[name, by]…].
 */
export const SAVE = `
local at = redis.call('hmget', KEYS[1], 'position', 'epoch', 'parks')
if at[1] ~= ARGV[1] or tonumber(at[2]) > tonumber(ARGV[3]) or at[3] ~= ARGV[4] then return 0 end
for _, row in ipairs(cjson.decode(ARGV[6])) do redis.call('hset', KEYS[2], row[1], row[2]) end
for _, key in ipairs(cjson.decode(ARGV[7])) do redis.call('hdel', KEYS[2], key) end
for _, count in ipairs(cjson.decode(ARGV[8])) do redis.call('hincrby', KEYS[3], count[1], count[2]) end
redis.call('hset', KEYS[1], 'position', ARGV[2], 'epoch', ARGV[3], 'parks', ARGV[5])
for _, key in ipairs(KEYS) do redis.call('expire', key, ${KEEP_SECONDS}) end
return 1`;

/** Begins anew, with nothing, unless a newer epoch has written. ARGV: epoch, parks, target. */
export const BEGIN = `
local epoch = redis.call('hget', KEYS[1], 'epoch')
if epoch and tonumber(epoch) > tonumber(ARGV[1]) then return 0 end
redis.call('del', KEYS[1], KEYS[2], KEYS[3])
redis.call('hset', KEYS[1], 'position', '0', 'epoch', ARGV[1], 'parks', ARGV[2], 'target', ARGV[3])
redis.call('expire', KEYS[1], ${KEEP_SECONDS})
return 1`;

/** Position, target and counters as of one moment. */
export const READ = `
return { redis.call('hmget', KEYS[1], 'position', 'target'), redis.call('hgetall', KEYS[2]) }`;
