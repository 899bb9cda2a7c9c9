import './products.ts';
import './save-product.ts';
