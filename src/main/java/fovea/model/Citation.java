package fovea.model;

/**
 * What to cite when a model's results are published.
 *
 * @param text free text
 * @param doi a DOI, or empty
 * @param url an address, or empty
 */
public record Citation(String text, String doi, String url) {}
