import type { ReactNode } from 'react';
import { RoomTabs } from '../../features/system/room/room-tabs.tsx';

const Layout = ({ children }: { children: ReactNode }) => (
  <>
    <RoomTabs />
    {children}
  </>
);

export default Layout;
