import type { Metadata } from 'next';
import { StoryPage } from '../../../../../features/system/events/story-page.tsx';
import { story } from '../../../../../texts/story.ts';

export const metadata: Metadata = { title: story.title };

const Route = () => <StoryPage />;

export default Route;
