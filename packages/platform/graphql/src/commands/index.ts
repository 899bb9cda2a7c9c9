import './change-queued.ts';
import './command.ts';
import './command-batch.ts';
import './command-completed.ts';
import './commands.ts';
import './queue-commands.ts';
