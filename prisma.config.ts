import { defineConfig } from 'prisma/config';

/** For `prisma generate`: every *.prisma file of the folder is one schema. Migrations have a runner of their own. */
export default defineConfig({ schema: 'prisma' });
