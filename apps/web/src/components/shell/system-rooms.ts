import { Activity, Layers, ListOrdered, Lock, MailX, ScrollText, SquareTerminal, Workflow } from 'lucide-react';
import { rooms } from '../../texts/rooms.ts';
import type { Place } from './places.ts';

/** The rooms of System, in the order of their tabs; the keys 1 to 9 lead to them. */
export const systemRooms: Place[] = [
  { href: '/system', label: rooms.overview, icon: Activity },
  { href: '/system/projections', label: rooms.projections, icon: Layers },
  { href: '/system/processes', label: rooms.processes, icon: Workflow },
  { href: '/system/queues', label: rooms.queues, icon: ListOrdered },
  { href: '/system/dead-letters', label: rooms.deadLetters, icon: MailX },
  { href: '/system/commands', label: rooms.commands, icon: SquareTerminal },
  { href: '/system/events', label: rooms.events, icon: ScrollText },
  { href: '/system/seals', label: rooms.seals, icon: Lock },
];
