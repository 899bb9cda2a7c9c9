import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right. */
  align?: 'right';
  /** A CSS width; one column without any takes what is left. */
  width?: string;
  /** The name by which the API sorts it. */
  sort?: string;
  /** Part of the row's identity: cannot be hidden. */
  fixed?: boolean;
};

export type Sort = { field: string; direction: 'ASC' | 'DESC' };
