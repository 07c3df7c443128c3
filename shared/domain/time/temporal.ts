/** The one door to Temporal: no runtime's own copy is used, so that every process gives the same answer. */
export { Temporal } from 'temporal-polyfill'
