import { Compass } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { common } from '../texts/common.ts';

const NotFound = () => (
  <EmptyState
    icon={Compass}
    title={common.notFound}
    text={common.notFoundText}
    action={
      <ButtonLink>
        <Link href="/">{common.home}</Link>
      </ButtonLink>
    }
  />
);

export default NotFound;
