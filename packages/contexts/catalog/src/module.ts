export type { Catalog, Product, ProductFacts, ProductInput, SaveOptions, SaveOutcome } from './product/catalog.ts';
export { postgresCatalog, type Sql } from './product/postgres-catalog.ts';
