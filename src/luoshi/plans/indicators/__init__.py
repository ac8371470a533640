"""What is counted or measured, under the name plans use."""
