import { OverviewPage } from '../features/overview/overview-page.tsx';

const Overview = () => <OverviewPage />;

export default Overview;
