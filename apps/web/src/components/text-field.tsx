import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { Field, inputClass } from './field.tsx';

const looks = {
  text: '',
  /** A number: right-aligned, so that digits stand below each other. */
  figure: 'tabular text-right',
  /** A code, or what a program said. */
  ident: 'ident',
};

type TextFieldProps = Omit<ComponentProps<typeof Field>, 'children'> &
  Omit<ComponentProps<'input'>, 'id' | 'className'> & { look?: keyof typeof looks | undefined };

/** A labelled field of one line. Takes what an input takes, so also what `form.register` gives; `className` is the field's. */
export const TextField = ({ label, quietLabel, hint, error, className, look = 'text', ...input }: TextFieldProps) => (
  <Field label={label} quietLabel={quietLabel} hint={hint} error={error} className={className}>
    {(props) => <input autoComplete="off" {...input} {...props} className={cx(inputClass, looks[look])} />}
  </Field>
);
