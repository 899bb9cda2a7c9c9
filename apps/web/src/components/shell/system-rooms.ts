import { Activity, Lock, ScrollText } from 'lucide-react';
import { rooms } from '../../texts/rooms.ts';
import type { Place } from './places.ts';

/** The rooms of System, in the order of their tabs; the keys 1 to 9 lead to them. */
export const systemRooms: Place[] = [
  { href: '/system', label: rooms.overview, icon: Activity },
  { href: '/system/events', label: rooms.events, icon: ScrollText },
  { href: '/system/seals', label: rooms.seals, icon: Lock },
];
