import {
  Activity,
  Boxes,
  Building2,
  FileText,
  Gauge,
  HandCoins,
  Hourglass,
  Landmark,
  type LucideIcon,
  Package,
  ShoppingCart,
  TriangleAlert,
  Truck,
  Users,
} from 'lucide-react';
import { shell } from '../../texts/shell.ts';

export type Place = { href: string; label: string; icon: LucideIcon };

export const places: Place[] = [
  { href: '/', label: shell.overview, icon: Gauge },
  { href: '/orders', label: shell.orders, icon: ShoppingCart },
  { href: '/invoices', label: shell.invoices, icon: FileText },
  { href: '/receivables', label: shell.receivables, icon: Hourglass },
  { href: '/deliveries', label: shell.deliveries, icon: Truck },
  { href: '/stock', label: shell.stock, icon: Boxes },
  { href: '/payments', label: shell.payments, icon: HandCoins },
  { href: '/accounts', label: shell.accounts, icon: Landmark },
  { href: '/customers', label: shell.customers, icon: Users },
  { href: '/products', label: shell.products, icon: Package },
  { href: '/anomalies', label: shell.anomalies, icon: TriangleAlert },
];

/** How the house is set up. */
export const settings: Place[] = [{ href: '/company', label: shell.company, icon: Building2 }];

export const system: Place = { href: '/system', label: shell.system, icon: Activity };
