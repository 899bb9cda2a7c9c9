import type { Metadata } from 'next';
import { QueuesPage } from '../../../features/system/queues/queues-page.tsx';
import { queues } from '../../../texts/queues.ts';

export const metadata: Metadata = { title: queues.title };

const Route = () => <QueuesPage />;

export default Route;
