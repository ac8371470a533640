"""What projects bring in once they run: invoiced sales and tax by month."""
