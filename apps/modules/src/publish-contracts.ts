// npm run contracts: writes the JSON Schema of every version of an event that was not published yet.
import { compareContracts, publishContracts } from '@waybill/engine/contracts';
import { contractFolders } from './contract-folders.ts';

const folders = contractFolders().map(({ published, events }) => ({
  published,
  differences: compareContracts(published, events),
}));
const broken = folders.flatMap(({ differences }) => differences.broken);
if (broken.length > 0) {
  process.stderr.write(`${broken.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const written = folders.flatMap(({ published, differences }) => publishContracts(published, differences));
  process.stdout.write(written.length > 0 ? `Published ${written.join(', ')}\n` : 'Nothing new to publish\n');
}
