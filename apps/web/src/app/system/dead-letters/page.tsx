import type { Metadata } from 'next';
import { DeadLettersPage } from '../../../features/system/dead-letters/dead-letters-page.tsx';
import { deadLetters } from '../../../texts/dead-letters.ts';

export const metadata: Metadata = { title: deadLetters.title };

const Route = () => <DeadLettersPage />;

export default Route;
