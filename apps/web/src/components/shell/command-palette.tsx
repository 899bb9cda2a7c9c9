'use client';

import { Command } from 'cmdk';
import { FileText, type LucideIcon, Moon, Package, Plus, ShoppingCart, User } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { FindAnythingDocument } from '../../graphql/generated/documents.ts';
import { orderStates } from '../../lib/states.ts';
import { useLive } from '../../live/use-live.ts';
import { rooms } from '../../texts/rooms.ts';
import { shell } from '../../texts/shell.ts';
import { Pill } from '../pill.tsx';
import { places, settings, system } from './places.ts';
import { systemRooms } from './system-rooms.ts';
import { toggleTheme } from './theme.ts';

type Found = {
  id: string;
  icon: LucideIcon;
  title: string;
  about: string | null;
  href: string;
  side?: React.ReactNode;
};

const useFound = (search: string): { label: string; found: Found[] }[] => {
  const { data } = useLive(FindAnythingDocument, search ? { search } : null, []);
  if (!data || !search) return [];
  const { orders, invoices, customers, products } = data;
  return [
    {
      label: shell.orders,
      found: orders.nodes.map(({ id, number, customerName, status }) => ({
        id,
        icon: ShoppingCart,
        title: number,
        about: customerName,
        href: `/orders/${id}`,
        side: <Pill {...orderStates[status]} />,
      })),
    },
    {
      label: shell.invoices,
      found: invoices.nodes.map(({ id, number, customerName, orderId }) => ({
        id,
        icon: FileText,
        title: number,
        about: customerName,
        href: `/orders/${orderId}`,
      })),
    },
    {
      label: shell.customers,
      found: customers.nodes.map(({ id, number, name }) => ({
        id,
        icon: User,
        title: name ?? number,
        about: number,
        href: `/customers?q=${encodeURIComponent(number)}`,
      })),
    },
    {
      label: shell.products,
      found: products.nodes.map(({ id, sku, description }) => ({
        id,
        icon: Package,
        title: description,
        about: sku,
        href: `/products?q=${encodeURIComponent(sku)}`,
      })),
    },
  ].filter(({ found }) => found.length > 0);
};

const group =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint';
const item =
  'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-text data-[selected=true]:bg-selected data-[selected=true]:text-accent-text';

const everywhere = [
  ...places,
  ...settings,
  system,
  ...systemRooms
    .filter(({ href }) => href !== system.href)
    .map((room) => ({ ...room, label: rooms.inPalette(room.label) })),
];

/** Ctrl-K: everything, found by typing. */
export const CommandPalette = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const router = useRouter();
  const [text, setText] = useState('');
  const [active, setActive] = useState('');
  const search = useDeferredValue(text.trim());
  const results = useFound(open ? search : '');

  const close = (then: () => void) => {
    onOpenChange(false);
    setText('');
    then();
  };
  const matches = (label: string) => label.toLowerCase().includes(search.toLowerCase());
  const destinations = everywhere.filter(({ label }) => matches(label));
  const actions = [
    { label: shell.newOrder, icon: Plus, run: () => router.push('/orders/new') },
    { label: `${shell.toDark} / ${shell.toLight.toLowerCase()}`, icon: Moon, run: toggleTheme },
  ].filter(({ label }) => matches(label));
  const values = [
    ...results.flatMap(({ label, found }) => found.map(({ id }) => `${label} ${id}`)),
    ...actions.map(({ label }) => label),
    ...destinations.map(({ href }) => href),
  ];

  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      shouldFilter={false}
      // What Enter would open is always there, also when the results have just become others.
      value={values.includes(active) ? active : (values[0] ?? '')}
      onValueChange={setActive}
      label={shell.search}
      overlayClassName="fixed inset-0 z-40 animate-fade bg-overlay"
      contentClassName="fixed top-[14vh] left-1/2 z-50 w-[40rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 animate-fade rounded-lg bg-surface shadow-float outline-none"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={shell.searchPlaceholder}
        className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none"
      />
      <Command.List className="max-h-[56vh] scroll-py-2 overflow-y-auto px-2 pb-2">
        <Command.Empty className="px-3 py-10 text-center text-faint">{shell.searchEmpty}</Command.Empty>
        {results.map(({ label, found }) => (
          <Command.Group key={label} heading={label} className={group}>
            {found.map(({ id, icon: Icon, title, about, href, side }) => (
              <Command.Item
                key={id}
                value={`${label} ${id}`}
                className={item}
                onSelect={() => close(() => router.push(href))}
              >
                <Icon size={16} aria-hidden className="text-faint" />
                <span className="truncate">{title}</span>
                <span className="truncate text-faint">{about}</span>
                {side && <span className="ml-auto">{side}</span>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {actions.length > 0 && (
          <Command.Group heading={shell.actions} className={group}>
            {actions.map(({ label, icon: Icon, run }) => (
              <Command.Item key={label} value={label} className={item} onSelect={() => close(run)}>
                <Icon size={16} aria-hidden className="text-faint" />
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {destinations.length > 0 && (
          <Command.Group heading={shell.goTo} className={group}>
            {destinations.map(({ href, label, icon: Icon }) => (
              <Command.Item key={href} value={href} className={item} onSelect={() => close(() => router.push(href))}>
                <Icon size={16} aria-hidden className="text-faint" />
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command.Dialog>
  );
};
