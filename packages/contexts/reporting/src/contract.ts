/** Views are nobody's input: reporting publishes no events and accepts no commands. */
export {};
