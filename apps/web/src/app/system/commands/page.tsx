import type { Metadata } from 'next';
import { CommandsPage } from '../../../features/system/commands/commands-page.tsx';
import { commands } from '../../../texts/commands.ts';

export const metadata: Metadata = { title: commands.title };

const Route = () => <CommandsPage />;

export default Route;
