import { GitBranch, type LucideIcon, ShoppingCart } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '../../../components/button.tsx';
import { storyHref } from '../events/event-href.ts';

const SideLink = ({ href, icon: Icon, label }: { href: string; icon: LucideIcon; label: string }) => (
  <ButtonLink size="sm">
    <Link href={href}>
      <Icon size={14} aria-hidden />
      {label}
    </Link>
  </ButtonLink>
);

/** To everything that one wish led to. */
export const StoryLink = ({ correlationId, label }: { correlationId: string; label: string }) => (
  <SideLink href={storyHref(correlationId)} icon={GitBranch} label={label} />
);

export const OrderLink = ({ orderId, label }: { orderId: string; label: string }) => (
  <SideLink href={`/orders/${orderId}`} icon={ShoppingCart} label={label} />
);
