'use client';

import { Check, Columns3 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { table } from '../../texts/table.ts';
import { Button } from '../button.tsx';
import type { Column } from './column.ts';

/** Which columns are shown. */
export const ColumnsMenu = <Row,>({
  columns,
  hidden,
  onChange,
}: {
  columns: Column<Row>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}) => (
  <DropdownMenu.Root>
    <DropdownMenu.Trigger asChild>
      <Button icon={Columns3}>{table.columns}</Button>
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        className="z-40 min-w-44 animate-fade rounded-lg bg-surface p-1 shadow-float"
      >
        {columns
          .filter(({ fixed }) => !fixed)
          .map(({ id, header }) => (
            <DropdownMenu.CheckboxItem
              key={id}
              checked={!hidden.has(id)}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={(shown) => {
                const next = new Set(hidden);
                if (shown) next.delete(id);
                else next.add(id);
                onChange(next);
              }}
              className="flex h-8 cursor-pointer items-center gap-2 rounded-md px-3 outline-none data-[highlighted]:bg-hover"
            >
              <DropdownMenu.ItemIndicator className="order-last ml-auto text-accent-text">
                <Check size={14} aria-hidden />
              </DropdownMenu.ItemIndicator>
              {header}
            </DropdownMenu.CheckboxItem>
          ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
