'use client';

import { Moon, Sun } from 'lucide-react';
import { shell } from '../../texts/shell.ts';
import { IconButton } from '../icon-button.tsx';
import { toggleTheme, useTheme } from './theme.ts';

export const ThemeToggle = () => {
  const theme = useTheme();
  const label = theme === 'dark' ? shell.toLight : shell.toDark;
  return <IconButton icon={theme === 'dark' ? Sun : Moon} label={label} onClick={toggleTheme} />;
};
