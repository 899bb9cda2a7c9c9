declare module 'fontkit' {
  /** pdfkit takes an opened font wherever it takes a font file; its own types leave that out. */
  export const openSync: (file: string) => PDFKit.Mixins.PDFFontSource;
}
