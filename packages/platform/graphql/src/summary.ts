/** The type of an event as a sentence: 'OrderPlaced' → 'Order placed'. */
export const summaryOf = ({ type }: { readonly type: string }): string => {
  const words = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
