/** What a program said went wrong, as it said it. */
export const ProblemText = ({ text }: { text: string }) => (
  <p className="ident rounded-md bg-red-soft px-3 py-2.5 break-words whitespace-pre-wrap text-red">{text}</p>
);
