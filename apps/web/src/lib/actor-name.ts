/** Who did it, for people: 'Ana', or 'Fulfilment process' for `fulfilment.order`. */
export const actorName = ({ name, kind }: { name: string; kind: string }): string => {
  if (kind === 'user') return name;
  const [owner = name] = name.split('.');
  const word = owner.charAt(0).toUpperCase() + owner.slice(1);
  return kind === 'process' ? `${word} process` : word;
};
