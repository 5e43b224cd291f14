declare module '*?raw' {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- that is how a text file is imported
  export default text;
}
