// npm run generate: the database client, from prisma/*.prisma.
import { generate } from './lib/generate.mjs';
import { complain } from './lib/say.mjs';

try {
  await generate();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
