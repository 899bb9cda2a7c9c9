import type { Metadata } from 'next';
import { EventsPage } from '../../../features/system/events/events-page.tsx';
import { events } from '../../../texts/events.ts';

export const metadata: Metadata = { title: events.title };

const Route = () => <EventsPage />;

export default Route;
