export { intakeDocumentCommands } from './document/commands.ts';
export { intakeDocumentEvents } from './document/events.ts';
