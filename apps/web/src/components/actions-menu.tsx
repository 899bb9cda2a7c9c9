'use client';

import { ChevronDown, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from './button.tsx';

export type MenuAction = {
  name: string;
  label: string;
  icon: LucideIcon;
  /** Null where it can be done now; else why not, and the way out. */
  why: string | null;
  onChoose: () => void;
};

/** Actions that are needed now and then. What cannot be done now stays visible and says why. */
export const ActionsMenu = ({ label, actions }: { label: string; actions: readonly MenuAction[] }) => (
  <DropdownMenu.Root>
    <DropdownMenu.Trigger asChild>
      <Button>
        {label}
        <ChevronDown size={14} aria-hidden className="text-faint" />
      </Button>
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        className="z-40 w-72 animate-fade rounded-lg bg-surface p-1 shadow-float"
      >
        {actions.map(({ name, label: word, icon: Icon, why, onChoose }) => (
          <DropdownMenu.Item
            key={name}
            aria-disabled={why !== null}
            onSelect={(event) => (why === null ? onChoose() : event.preventDefault())}
            className="flex cursor-pointer gap-2.5 rounded-md px-2.5 py-1.5 outline-none data-[highlighted]:bg-hover aria-disabled:cursor-default"
          >
            <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-faint" />
            <span className="min-w-0">
              <span className={why === null ? 'block font-medium' : 'block text-faint'}>{word}</span>
              {why !== null && <span className="block text-pretty text-xs text-faint">{why}</span>}
            </span>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
