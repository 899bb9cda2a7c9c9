export { createStockCourse, type StockCourse } from './opening-stock.ts';
export { NotOnlineRetail } from './read-rows.ts';
export type { RetailProduct } from './survey.ts';
export { addTallies, type Tally, tallyOf } from './tally.ts';
