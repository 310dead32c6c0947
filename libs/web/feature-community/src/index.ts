/** The community: its grid with what flows over it, its figures and its market. */
export * from './flows/line-flows';
