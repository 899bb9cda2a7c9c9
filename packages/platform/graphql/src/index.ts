import './scalars.ts';
import './alerts/alerts.ts';
import './node.ts';
import './parking/index.ts';
import './processes/index.ts';
import './projections/index.ts';
import './queues/index.ts';
import './seals/index.ts';
import './system.ts';
import './events/event-types.ts';
import './events/events.ts';
import './commands/index.ts';
import './causation/causation.ts';

export { ActorRef } from './actor.ts';
export { AddressInput, AddressRef, addressFrom, type PostalAddress } from './address.ts';
export {
  AsOf,
  actionsThen,
  type Moment,
  onlyNow,
  type Past,
  pastAt,
  pastOf,
  rowsThen,
  rowThen,
} from './as-of/index.ts';
export {
  type AvailableAction,
  AvailableActionRef,
  actionOf,
  contributeActions,
  contributedActions,
} from './available-action.ts';
export { batched, groupBy } from './batch.ts';
export { builder } from './builder.ts';
export { ChangeResult, changesOf } from './changes.ts';
export { type Afterwards, commandMutation } from './command-mutation.ts';
export {
  type Accepted,
  CommandPayload,
  commandPayload,
  shownBy,
} from './command-payload.ts';
export { comparable } from './compare/compare.ts';
export type { GraphContext, GraphServices, ReadClient } from './context.ts';
export { createGraphServer, type GraphServerOptions, type Tab } from './create-graphql-server.ts';
export { Direction } from './direction.ts';
export { oneOf, sharedEnum } from './enum.ts';
export { errorType } from './errors.ts';
export { HistoryEvent, storyOf } from './history.ts';
export { jsonColumn, jsonList } from './json-column.ts';
export { MoneyInput, MoneyRef, money } from './money.ts';
export { nodeOf } from './node.ts';
export { pageSizeOf } from './page-args.ts';
export { PERMISSIONS, type Permission, PermissionMissing } from './permissions.ts';
export { type Previewed, PreviewRef } from './preview/preview.ts';
export { reads } from './reads.ts';
export { everyWord } from './search.ts';
export { sharedObject } from './shared-object.ts';
export { type PieceSize, SizeInput, SizeRef, sizeFrom } from './size.ts';
export { readsFrom } from './topics.ts';
