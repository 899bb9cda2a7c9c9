import type { Metadata } from 'next';
import { ProductsPage } from '../../features/products/products-page.tsx';
import { products } from '../../texts/products.ts';

export const metadata: Metadata = { title: products.title };

const Route = () => <ProductsPage />;

export default Route;
