import type { Metadata } from 'next';
import { StockPage } from '../../features/stock/stock-page.tsx';
import { stock } from '../../texts/stock.ts';

export const metadata: Metadata = { title: stock.title };

const Route = () => <StockPage />;

export default Route;
