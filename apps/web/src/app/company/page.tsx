import type { Metadata } from 'next';
import { CompanyPage } from '../../features/company/company-page.tsx';
import { company } from '../../texts/company.ts';

export const metadata: Metadata = { title: company.title };

const Route = () => <CompanyPage />;

export default Route;
