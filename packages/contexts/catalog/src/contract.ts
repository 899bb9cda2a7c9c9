export type { Catalog, ProductFacts } from './product/catalog.ts';
