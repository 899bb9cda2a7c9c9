import type { Actor } from '@waybill/engine';
import type { Refusal } from '@waybill/kernel';
import type { Product, ProductFacts, ProductInput } from './product.ts';

export type { Product, ProductFacts, ProductInput } from './product.ts';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly product: Product /** false: it was so already */; readonly changed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface SaveOptions {
  readonly actor: Actor;
  /** The version this was decided on: 0 for "does not exist yet"; left out: whatever is there is replaced. */
  readonly expectedVersion?: number;
}

/** The door of the catalogue. */
export interface Catalog {
  /** Registers a product, or changes it. The same content again changes nothing, and its version stays. */
  save(product: ProductInput, options: SaveOptions): Promise<SaveOutcome>;
  /** Saves many at once, in one statement; throws for what is not a product. Answers how many were new or changed. */
  saveAll(products: readonly ProductInput[], actor: Actor): Promise<{ readonly changed: number }>;
  /** Adds those that are not there yet, and leaves the others as they are; throws for what is not a product. */
  addMissing(products: readonly ProductInput[], actor: Actor): Promise<{ readonly added: number }>;
  /** What is known of these codes; unknown ones are not in the answer. */
  find(skus: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
}
