import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';

export type Face = 'regular' | 'medium' | 'semibold';

const open = (file: string) => openSync(fileURLToPath(new URL(`./fonts/${file}`, import.meta.url)));
let opened: Readonly<Record<Face, PDFKit.Mixins.PDFFontSource>> | undefined;

/** The faces of the document, read once per process: taking fonts apart costs as much as laying out a page. */
export const fonts = (): Readonly<Record<Face, PDFKit.Mixins.PDFFontSource>> => {
  opened ??= {
    regular: open('Geist-Regular.ttf'),
    medium: open('Geist-Medium.ttf'),
    semibold: open('Geist-SemiBold.ttf'),
  };
  return opened;
};
