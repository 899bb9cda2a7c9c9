import type { Metadata } from 'next';
import { ProjectionsPage } from '../../../features/system/projections/projections-page.tsx';
import { projections } from '../../../texts/projections.ts';

export const metadata: Metadata = { title: projections.title };

const Route = () => <ProjectionsPage />;

export default Route;
