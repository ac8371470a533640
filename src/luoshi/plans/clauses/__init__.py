"""What a plan says, sentence by sentence: proposed by the reader, decided by a person."""
