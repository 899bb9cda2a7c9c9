import type { Metadata } from 'next';
import { AccountsPage } from '../../features/accounts/accounts-page.tsx';
import { accounts } from '../../texts/accounts.ts';

export const metadata: Metadata = { title: accounts.title };

const Route = () => <AccountsPage />;

export default Route;
