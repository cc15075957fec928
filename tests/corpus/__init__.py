"""Files that try to harm, hang or mislead the reader, made when the tests run."""
