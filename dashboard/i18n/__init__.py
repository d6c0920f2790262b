"""What the dashboard says, in German and English: texts, labels, formats of numbers and dates."""
