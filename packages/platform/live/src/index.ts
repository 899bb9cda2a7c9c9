export { type Change, InvalidCursor, type TooLongAway } from './change.ts';
export { createLiveHub, type LiveHub, type LiveHubOptions, type LiveStatus, type TopicStatus } from './live-hub.ts';
export type { ChangesOptions } from './subscribe.ts';
export { UnknownTopic } from './topics.ts';
